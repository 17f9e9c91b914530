/** How an address that holds a flow begins after its `#`. */
export const linkMark = '#/f=';
