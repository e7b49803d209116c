/** One table for everything the library stores, and the people. */
export const schema = `
  CREATE TABLE oidc_payload (
    model varchar(40) NOT NULL,
    id varchar(100) NOT NULL,
    payload jsonb NOT NULL,
    grant_id varchar(100),
    user_code varchar(100),
    uid varchar(100),
    expires_at timestamptz,
    consumed_at timestamptz,
    PRIMARY KEY (model, id)
  );
  CREATE INDEX oidc_payload_grant ON oidc_payload (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX oidc_payload_user_code ON oidc_payload (user_code) WHERE user_code IS NOT NULL;
  CREATE INDEX oidc_payload_uid ON oidc_payload (uid) WHERE uid IS NOT NULL;
  CREATE TABLE person (
    id varchar(64) PRIMARY KEY,
    active boolean NOT NULL
  );
`;
