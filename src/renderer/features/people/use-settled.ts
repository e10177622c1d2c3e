import { useEffect, useState } from 'react';

/** A value once it has stood still for a while; null while it still changes. */
export function useSettled(value: string, waitMs: number): string | null {
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return settled === value ? settled : null;
}
