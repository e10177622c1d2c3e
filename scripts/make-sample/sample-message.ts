import type { Intent } from '../../src/domain/model/codes.ts';
import type { Language } from './library.ts';
import type { Person } from './people.ts';

/** What is true of a message because the generator made it so; never shipped, written on demand by `--truth DIR`. */
interface MessageTruth {
  /** First = primary. Empty for the brand's messages and for other languages. */
  readonly intents: readonly Intent[];
  readonly language: Language | 'fr' | 'de' | 'es';
  /** Sent by a machine: never an answer. */
  readonly automatic?: boolean;
  readonly act?: 'answer' | 'deflect' | 'acknowledge' | 'promise' | 'content' | 'promotion' | 'kept-promise';
  readonly against?: boolean;
  readonly contest?: boolean;
}

/** A message of the sample before it takes the shape of a network's export. */
export interface SampleMessage {
  readonly id: string;
  readonly network: 'facebook' | 'instagram' | 'youtube';
  readonly kind: 'post' | 'comment' | 'reply';
  readonly parent: SampleMessage | null;
  readonly post: SampleMessage | null;
  /** Null: the brand speaks. */
  readonly person: Person | null;
  readonly atMs: number;
  readonly text: string;
  readonly likes: number;
  readonly likedByBrand: boolean;
  readonly truth: MessageTruth;
}

/** One promise of the brand, as planned. */
export interface PlannedPromise {
  readonly message: SampleMessage;
  readonly words: string;
  readonly dueMs: number;
  readonly state: 'kept' | 'late' | 'broken' | 'unverifiable' | 'open';
}
