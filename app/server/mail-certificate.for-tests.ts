/**
 * A certificate of this machine that nobody vouches for, and its key: for mail servers of tests
 * alone. It is in the open, and good for nothing else. Until 2126.
 */
export const testCertificate = {
	key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg26jPrBzDx5hqszd8
NkCvBaQRjoqyeDYAweM1gxk0Xk2hRANCAAQj1L4pl5nbzadBZxYVYk2QYcdkFfFE
xd71Ru2VGwt3n88voo0Yed04oen5ZthlpBkHGxF7FQUwRfj9jtahxGXY
-----END PRIVATE KEY-----
`,
	cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUVBcX8pnfb8T282pBBQVFSgSyQDcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA5MDAyMloYDzIxMjYxMDI5
MDkwMDIyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQj1L4pl5nbzadBZxYVYk2QYcdkFfFExd71Ru2VGwt3n88voo0Yed04
oen5ZthlpBkHGxF7FQUwRfj9jtahxGXYo28wbTAdBgNVHQ4EFgQUKY8cASUW0bQK
TNztNRivCRDApA8wHwYDVR0jBBgwFoAUKY8cASUW0bQKTNztNRivCRDApA8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgYZcYPsn18FhbEC88Q0LrFI3AP6z90PBcSigrSEcCOpMCID+S
AD6q7MMzJTAGgyHL5GYpkKTKYDcLv2m2n6W96vQ7
-----END CERTIFICATE-----
`,
};
