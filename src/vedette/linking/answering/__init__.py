"""Stated causes resolved: the incidents that their words point to, of the same report and of others."""
