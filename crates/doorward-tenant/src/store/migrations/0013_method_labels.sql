-- What a second factor is called and how it is preferred, as JSON.
ALTER TABLE authentication_methods ADD COLUMN labels TEXT;
