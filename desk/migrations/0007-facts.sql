-- The Fact Book: what may be told to customers, and what was.

create table facts (
  workspace_id uuid not null references workspaces,
  fact_id uuid not null,
  -- how a file names it: `id` in JSON and CSV
  name text not null,
  owner_id uuid,
  -- to be confirmed again after so many days; null: it stands until it is changed
  confirm_days int check (confirm_days between 1 and 3660),
  last_confirmed_at timestamptz,
  last_confirmed_by uuid,
  created_at timestamptz not null,
  retired_at timestamptz,
  retired_by uuid,
  -- when it grows stale, expires, or a version begins to hold; null when nothing will happen by itself
  next_at timestamptz,
  primary key (workspace_id, fact_id),
  unique (workspace_id, name),
  foreign key (workspace_id, owner_id) references members
);
create index facts_next on facts (next_at) where next_at is not null;

-- What a fact says. A version is never changed; one that is neither approved nor declined is proposed.
create table fact_versions (
  workspace_id uuid not null references workspaces,
  fact_id uuid not null,
  version int not null,
  subject text not null,
  aliases text[] not null default '{}',
  attribute text not null,
  type text not null check (type in ('money', 'quantity', 'duration', 'percent', 'date', 'boolean', 'list', 'range', 'text')),
  value jsonb not null,
  unit text,
  scope jsonb not null default '{}',
  valid_from date,
  valid_until date,
  statement text not null,
  evidence text,
  -- {kind: url | document | person, name, line?}
  source jsonb not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk')),
  by_id uuid,
  entered_at timestamptz not null,
  approved_at timestamptz,
  approved_by uuid,
  declined_at timestamptz,
  declined_by uuid,
  primary key (workspace_id, fact_id, version),
  foreign key (workspace_id, fact_id) references facts
);
create index fact_versions_proposed on fact_versions (workspace_id, entered_at)
  where approved_at is null and declined_at is null;

create table fact_confirmations (
  workspace_id uuid not null references workspaces,
  fact_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  primary key (workspace_id, fact_id, at),
  foreign key (workspace_id, fact_id) references facts
);

-- A new stamp with every change of the book: what was built from it is built again when the stamp is another.
create table fact_books (
  workspace_id uuid primary key references workspaces,
  stamp uuid not null,
  changed_at timestamptz not null
);

-- "This is not that": in these words the rule finds nothing here.
create table claim_dismissals (
  workspace_id uuid not null references workspaces,
  dismissal_id uuid not null,
  rule text not null,
  -- in lower case, with single spaces
  words text not null,
  fact_id uuid,
  by_id uuid,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, dismissal_id)
);
create unique index claim_dismissals_live on claim_dismissals (workspace_id, rule, words) where undone_at is null;

-- What was told to whom: one row for each claim of a message that was sent. `words` is erased with the customer.
create table assertions (
  workspace_id uuid not null references workspaces,
  message_id uuid not null,
  position int not null,
  customer_id uuid not null,
  fact_id uuid,
  version int,
  verdict text not null check (verdict in ('supported', 'contradicted', 'unsupported', 'needs-evidence')),
  kind text not null,
  words text,
  start_at int not null,
  end_at int not null,
  said_at timestamptz not null,
  by_kind text not null check (by_kind in ('member', 'key', 'desk')),
  by_id uuid,
  reply_id uuid,
  primary key (workspace_id, message_id, position),
  foreign key (workspace_id, message_id) references messages
);
-- From a fact: who was told. From a customer: everything we told them.
create index assertions_by_fact on assertions (workspace_id, fact_id, said_at desc, message_id desc, position desc)
  where fact_id is not null;
create index assertions_by_customer on assertions (workspace_id, customer_id, said_at desc, message_id desc, position desc);

-- What is known of a customer that picks the scope of a fact: plan, country, group.
alter table customers add column scope jsonb not null default '{}';

update workspaces set settings = settings || '{"rules": {}}'::jsonb where not settings ? 'rules';

alter table tasks add column fact_id uuid;
alter table tasks drop constraint tasks_kind_check;
alter table tasks add constraint tasks_kind_check
  check (kind in ('bounced', 'failed', 'unreadable', 'other', 'fact', 'override'));
create index tasks_fact on tasks (workspace_id, fact_id) where fact_id is not null and done_at is null;
