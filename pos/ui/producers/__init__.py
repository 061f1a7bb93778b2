"""The producers' day: what each unit brought, sold and is owed; payouts and deliveries."""
