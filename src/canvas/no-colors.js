/* The shape that transitions expect of their colour library, which finds no colour in anything: ours only move. A
   function, because they also ask whether a value is an instance of it. */
function none() {
  return null;
}
export {
  none as color,
  none as rgb,
  none as hsl,
  none as lab,
  none as hcl,
  none as lch,
  none as gray,
  none as cubehelix,
};
