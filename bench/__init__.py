"""The benchmark: every figure stands beside a baseline that is measured in the same run. `make bench` prints it."""
