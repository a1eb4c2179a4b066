-- What a customer says of a promise: a message that chases it, and that it is not done. Its owner gets a notice of both.

alter table notices drop constraint notices_step_check;
alter table notices add constraint notices_step_check check (step in
  ('half', 'soon', 'due', 'stand-in', 'leads', 'admins', 'broken', 'handed', 'disputed', 'chased'));

-- The last message that chased it: when, which, and the customer's words.
alter table promise_rows add column chased jsonb;
