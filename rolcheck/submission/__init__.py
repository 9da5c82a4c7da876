"""What one applicant hands in: who, claims, evidence, registers, receipts."""
