vcl 4.1;
backend default { .host = "127.0.0.1"; .port = "UPSTREAM"; .connect_timeout = 1s; .first_byte_timeout = 2s; }
sub vcl_backend_response { set beresp.grace = 24h; }
