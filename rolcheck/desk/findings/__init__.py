"""What is wrong with the material, asked, answered and judged."""
