"""Alembic migrations: how the books' schema came to be, step by step."""
