"""What makes criteria weak though they have no fault: one small function a check."""
