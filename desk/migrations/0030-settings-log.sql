-- Who changed settings or access, when, from what to what. Chained like the entries of promises; the database refuses to
-- change or delete it. No secrets, and no names of people: members and customers are named by their ids.
create table settings_log (
  workspace_id uuid not null references workspaces,
  seq int not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk', 'customer')),
  by_id uuid,
  kind text not null,
  -- the member, key, mailbox, webhook or customer that it is about
  subject_id uuid,
  before jsonb not null,
  after jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (workspace_id, seq)
);
create index settings_log_by_kind on settings_log (workspace_id, kind, seq desc);
create trigger settings_log_refuse_change before update or delete on settings_log for each row execute function refuse_change();
create trigger settings_log_refuse_truncate before truncate on settings_log for each statement execute function refuse_truncate();
