/** A string the compiler will not confuse with another string. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
