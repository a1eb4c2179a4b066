-- Who is told of a promise and when, how they heard, and when members are away.

-- When the terms that hold now were recorded: half of the time left is counted from here.
alter table promise_rows add column runs_from timestamptz;
update promise_rows p set runs_from = (
  select max(e.recorded_at) from entries e
  where e.workspace_id = p.workspace_id and e.promise_id = p.promise_id
    and e.kind in ('proposed', 'opened', 'confirmed', 'condition-met')
);
alter table promise_rows alter column runs_from set not null;

update workspaces set settings = settings || '{"followThrough": {"beforeDueMinutes": 60, "standInMinutes": 60,
  "leadsMinutes": 120, "adminsMinutes": 240, "awayMinutes": 60, "byMail": true}}'::jsonb
where not settings ? 'followThrough';

-- What was promised before there were reminders is looked at once, which says when to look again.
update promise_rows set next_at = said_at where state = 'broken' or (state = 'open' and due_until is not null);

-- One row for each time a member is told of a promise. The key keeps anybody from being told twice. A row that is never
-- shown says that the step was passed over. The words are the promise's own, so there are none in here.
create table notices (
  workspace_id uuid not null references workspaces,
  notice_id uuid not null,
  promise_id uuid not null,
  step text not null check (step in ('half', 'soon', 'due', 'stand-in', 'leads', 'admins', 'broken', 'handed')),
  -- of a step that comes again, which time: the date as a number, or of `handed` the entry's place; otherwise 0
  round int not null,
  member_id uuid not null,
  -- the step was for others, and there was nobody else
  is_owner_again boolean not null default false,
  created_at timestamptz not null,
  -- when it is to be shown; null once it was, or when it was passed over
  show_at timestamptz,
  shown_at timestamptz,
  -- when it is to be mailed; null once it was, or when it is not
  mail_at timestamptz,
  outbox_id uuid,
  mail_problem text,
  read_at timestamptz,
  -- the member said that they are on it: the next reminder to the owner is passed over
  on_it_at timestamptz,
  primary key (workspace_id, notice_id),
  unique (workspace_id, promise_id, step, round, member_id),
  foreign key (workspace_id, promise_id) references promises,
  foreign key (workspace_id, member_id) references members
);
create index notices_to_show on notices (show_at) where show_at is not null;
create index notices_to_mail on notices (mail_at) where mail_at is not null;
create index notices_by_member on notices (workspace_id, member_id, shown_at desc, notice_id) where shown_at is not null;
create index notices_unread on notices (workspace_id, member_id) where shown_at is not null and read_at is null;
create index notices_by_outbox on notices (workspace_id, outbox_id) where outbox_id is not null;

-- A notice goes to a member, never to an address: where to is looked up among the members when it is sent.
alter table outbox drop constraint outbox_kind_check;
alter table outbox alter column message_id drop not null;
alter table outbox add column member_id uuid;
alter table outbox add foreign key (workspace_id, member_id) references members;
alter table outbox add constraint outbox_kind_check check (
  (kind = 'mail' and message_id is not null and member_id is null)
  or (kind = 'notice' and message_id is null and member_id is not null)
);

-- Links in mails that did what they do: each works once.
create table used_links (
  workspace_id uuid not null references workspaces,
  link_digest text not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, link_digest)
);

create table away_times (
  workspace_id uuid not null references workspaces,
  away_id uuid not null,
  member_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- from when on what is due meanwhile is handed to the stand-in
  hand_at timestamptz not null,
  -- what is due before this is handed over: the member is not back for a working day before then
  hand_until timestamptz not null,
  set_by uuid,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (workspace_id, away_id),
  check (from_at < until_at),
  foreign key (workspace_id, member_id) references members
);
create index away_times_current on away_times (until_at) where cancelled_at is null;
create index away_times_by_member on away_times (workspace_id, member_id) where cancelled_at is null;
