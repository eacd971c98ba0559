namespace Vonage;

/// <summary>Creates a signed token from JSON claims.</summary>
internal delegate string JwtSigner(byte[] claims);
