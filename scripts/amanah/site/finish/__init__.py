"""The finishing pass: small steps that read and rewrite built HTML, nothing else."""
