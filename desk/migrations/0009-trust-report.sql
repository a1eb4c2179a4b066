-- What the trust report counts by time.

create index promise_rows_by_end on promise_rows (workspace_id, settled_at) where settled_at is not null;
create index promise_rows_by_break on promise_rows (workspace_id, broken_at) where state = 'broken';
create index promise_rows_by_beginning on promise_rows (workspace_id, said_at);

-- What customers said of promises.
create index entries_by_customers on entries (workspace_id, at)
  where kind in ('confirmed-by-customer', 'reopened', 'released', 'chased');

create index reviews_by_time on reviews (workspace_id, created_at);
create index reviews_overridden on reviews (workspace_id, created_at) where review ? 'override';
create index assertions_by_time on assertions (workspace_id, said_at);
