namespace Vonage;

/// <summary>Makes a signed token of claims in JSON.</summary>
internal delegate string JwtSigner(byte[] claims);
