-- Using a one-time code voids the password. Its hash is kept until a new password is chosen, so that the same one is refused.
ALTER TABLE person
  ADD COLUMN voided_hash text,
  -- The person has yet to say which of the devices that may sign for the account are theirs.
  ADD COLUMN must_confirm_devices boolean NOT NULL DEFAULT false;
