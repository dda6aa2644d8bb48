import { demoWrongAnswer } from '../../../report/codes/demo.ts';

/** One request of the demo, and the status that the shop answers it with. */
export interface DemoRequest {
  readonly title: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: Readonly<Record<string, string | number>> | undefined;
  readonly status: number;
}

/** What the shop behind the gateway can do, and what it refuses. The order counts: later requests ask for what earlier ones made. */
export const demoRequests: readonly DemoRequest[] = [
  { title: 'list the products', method: 'GET', path: '/products', status: 200 },
  {
    title: 'a price in dollars, from the rates service',
    method: 'GET',
    path: '/products/mug?currency=USD',
    status: 200,
  },
  { title: 'a product that does not exist', method: 'GET', path: '/products/sofa', status: 404 },
  {
    title: 'an order, packed in the background',
    method: 'POST',
    path: '/orders',
    body: { reference: 'demo-1', sku: 'mug', quantity: 2, currency: 'GBP' },
    status: 201,
  },
  {
    title: 'the same order again: a statement fails',
    method: 'POST',
    path: '/orders',
    body: { reference: 'demo-1', sku: 'mug', quantity: 2 },
    status: 409,
  },
  {
    title: 'more than there is',
    method: 'POST',
    path: '/orders',
    body: { reference: 'demo-2', sku: 'teapot', quantity: 2 },
    status: 409,
  },
  {
    title: 'prices asked for in goroutines that get no context',
    method: 'GET',
    path: '/overview/mug',
    status: 200,
  },
  { title: 'the order', method: 'GET', path: '/orders/1', status: 200 },
];

/**
 * Sends requests one after the other.
 *
 * @param base URL without a slash at the end
 * @throws GotsError demo_wrong_answer
 */
export async function sendRequests(base: string, requests: readonly DemoRequest[]): Promise<void> {
  for (const request of requests) {
    const response = await fetch(base + request.path, {
      method: request.method,
      ...(request.body ? { body: JSON.stringify(request.body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    if (response.status !== request.status)
      demoWrongAnswer(`${request.method} ${request.path}`, response.status, request.status);
  }
}
