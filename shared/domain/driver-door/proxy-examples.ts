/** What a reverse proxy in front of the door has to know. */
export interface ProxyAsked {
  /** The public host, and its port where it isn't 443, such as charge.example.com. */
  readonly publicHost: string
  /** Where the door listens, as the proxy reaches it, such as 192.168.1.20:9222. */
  readonly upstream: string
}

/** A site of a Caddyfile that brings phones to the door. */
export function caddyExample({ publicHost, upstream }: ProxyAsked): string {
  return `${publicHost} {
	reverse_proxy ${upstream}
}
`
}

/** A server of nginx's that brings phones to the door. */
export function nginxExample({ publicHost, upstream }: ProxyAsked): string {
  return `server {
    server_name ${publicHost};
    location / {
        proxy_pass http://${upstream};
    }
}
`
}
