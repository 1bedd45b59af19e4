"""An AWS on the loopback interface: moto's server, and what moto lacks for Culvert's scenarios."""
