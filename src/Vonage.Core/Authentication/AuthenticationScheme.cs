namespace Vonage.Core;

/// <summary>The ways in which a request can prove who sends it.</summary>
public enum AuthenticationScheme
{
    /// <summary>No credentials are sent.</summary>
    None,

    /// <summary>A JSON Web Token signed with the application's private key, in the Authorization header (RFC 6750).</summary>
    Jwt,

    /// <summary>Key and secret in the Authorization header (RFC 7617).</summary>
    Basic,

    /// <summary>Key and secret as query parameters. They end up in server logs: only where an API knows nothing else.</summary>
    Query,

    /// <summary>Key and secret among the fields of the body (form or JSON object).</summary>
    Body,

    /// <summary>Key, timestamp and a signature over all parameters, made with the account's signature secret.</summary>
    Signature,
}
