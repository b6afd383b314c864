"""Text becomes findings: one module a kind of fact; none knows another."""
