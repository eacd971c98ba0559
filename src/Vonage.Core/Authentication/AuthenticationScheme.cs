namespace Vonage.Core;

/// <summary>Specifies how a request is authenticated.</summary>
public enum AuthenticationScheme
{
    /// <summary>No credentials are sent.</summary>
    None,

    /// <summary>A JSON Web Token, signed with the application's private key, in the Authorization header (RFC 6750).</summary>
    Jwt,

    /// <summary>Key and secret in the Authorization header (HTTP Basic authentication, RFC 7617).</summary>
    Basic,

    /// <summary>Key and secret as query parameters. Query parameters appear in server logs, so this is used only for APIs that accept nothing else.</summary>
    Query,

    /// <summary>Key and secret as fields of the body (form or JSON object).</summary>
    Body,

    /// <summary>Key, timestamp and a signature of all parameters, calculated with the account's signature secret.</summary>
    Signature,
}
