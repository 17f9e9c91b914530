/* The shape MSW expects of its cookie library, without cookies: mocked functions never see any. */
export class Store {
  synchronous = true;
}
export class MemoryCookieStore extends Store {}
export class Cookie {
  key = '';
  value = '';
}
export class CookieJar {
  getCookiesSync() {
    return [];
  }
  setCookie() {
    return Promise.resolve();
  }
  setCookieSync() {}
}
