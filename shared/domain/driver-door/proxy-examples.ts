/** What a reverse proxy in front of the door has to know. */
export interface ProxyAsked {
  /** The public host, and its port where it isn't 443, such as charge.example.com. */
  readonly publicHost: string
  /** Where the door listens, as the proxy reaches it, such as 192.168.1.20:9222. */
  readonly upstream: string
}

/**
 * A site of a Caddyfile (Caddy 2.8 or later) that brings phones to the door. Caddy gets the certificate by itself, and tells
 * who it serves in `X-Forwarded-For`, whatever the browser claims there.
 */
export function caddyExample({ publicHost, upstream }: ProxyAsked): string {
  return `${publicHost} {
	# Whoever has such an address may change the booking: it belongs in no log.
	log_skip /b/*
	log_skip /r/*

	reverse_proxy ${upstream} {
		# What browsers claim of their way here counts for nothing.
		header_up -Forwarded
		# News reaches phones at once.
		flush_interval -1
	}
}
`
}

/** Two servers of nginx's (1.25.1 or later) that bring phones to the door; the certificate is where certbot puts it. */
export function nginxExample({ publicHost, upstream }: ProxyAsked): string {
  const [name = '', port = '443'] = publicHost.split(':')
  return `server {
    listen ${port} ssl;
    listen [::]:${port} ssl;
    http2 on;
    server_name ${name};

    ssl_certificate     /etc/letsencrypt/live/${name}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;
    ssl_protocols       TLSv1.2 TLSv1.3;

    client_max_body_size 16k;

    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    # Who is served. What browsers claim of their way here counts for nothing.
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header Forwarded "";
    # News reaches phones at once, and goes on for as long as they look.
    proxy_buffering off;
    proxy_read_timeout 1h;

    location / {
        proxy_pass http://${upstream};
    }

    # Whoever has such an address may change the booking: it belongs in no log.
    location ~ ^/[br]/ {
        access_log off;
        error_log /var/log/nginx/error.log crit;
        proxy_pass http://${upstream};
    }
}
${port === '443' ? toHttps(name) : ''}`
}

function toHttps(name: string): string {
  return `
server {
    listen 80;
    listen [::]:80;
    server_name ${name};
    access_log off;
    return 301 https://$host$request_uri;
}
`
}
