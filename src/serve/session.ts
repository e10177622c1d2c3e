import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the loopback server: whoever came with the one-time token, from then on by cookie. */
export interface Session {
  /** Goes into the printed address; dies with its first use. */
  readonly token: string;
  /** Exchanges the token for the value of a `Set-Cookie` header; null when it is wrong or was used before. */
  readonly exchange: (token: string) => string | null;
  /** True when a request's Cookie header carries this session. */
  readonly admits: (cookieHeader: string | undefined) => boolean;
}

/**
 * A session with fresh secrets. Cookies of 127.0.0.1 are shared by all its ports, so the cookie's name holds the port:
 * two servers on one machine do not sign each other out.
 */
export function createSession(port: number): Session {
  const token = randomBytes(24).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const name = `tribuna-${port}`;
  let used = false;
  return {
    token,
    exchange(offered) {
      if (used || !sameSecret(offered, token)) return null;
      used = true;
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    admits(cookieHeader) {
      const cookies = (cookieHeader ?? '').split(';').map((cookie) => cookie.trim());
      return cookies.some((cookie) => cookie.startsWith(`${name}=`) && sameSecret(cookie.slice(name.length + 1), secret));
    },
  };
}

/** Compared as digests, in constant time whatever the lengths. */
function sameSecret(offered: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(secret));
}
