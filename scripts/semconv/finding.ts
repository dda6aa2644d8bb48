export type FindingKind =
  | 'attribute twice'
  | 'unknown attribute'
  | 'wrong type'
  | 'unknown value'
  | 'missing attribute'
  | 'span kind'
  | 'schema'
  | 'unknown metric'
  | 'instrument'
  | 'number'
  | 'unit'
  | 'buckets'
  | 'temporality'
  | 'attribute of another metric';

/** One thing that the conventions have otherwise. */
export interface Finding {
  readonly kind: FindingKind;
  /** The span, metric or record: `span GET /orders/{id} of …/net/http`. */
  readonly where: string;
  readonly what: string;
}

export type Report = (kind: FindingKind, what: string) => void;
