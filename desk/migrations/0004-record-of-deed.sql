-- What the honest date is reckoned from: see docs/honest-date.md.

-- The last promises of a deed.
create index promise_rows_by_deed on promise_rows (workspace_id, deed, said_at desc, promise_id)
  where due_until is not null and state not in ('proposed', 'dismissed', 'void');

-- What an owner settled since a moment, and so owed before it.
create index promise_rows_settled on promise_rows (workspace_id, owner_id, settled_at desc)
  where due_until is not null and state in ('kept', 'renegotiated', 'released');
