-- Who else gets a message of ours: a Bcc stands in the envelope alone, and here.
alter table message_texts add column bcc_addresses jsonb not null default '[]';

-- Where a server took a mail for some of those it went to: the next try goes to the others only.
alter table outbox add column taken_for text[] not null default '{}';
