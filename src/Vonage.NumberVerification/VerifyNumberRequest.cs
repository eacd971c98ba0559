using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.NumberVerification;

public partial class VerifyNumberRequest
{
    /// <summary>Initializes a new instance of the <see cref="VerifyNumberRequest"/> class.</summary>
    public VerifyNumberRequest()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="VerifyNumberRequest"/> class with a number.</summary>
    /// <param name="phoneNumber">The mobile number in international format.</param>
    /// <param name="authorizationCode">The code of the login.</param>
    public VerifyNumberRequest(string phoneNumber, AuthorizationCode authorizationCode)
    {
        PhoneNumber = phoneNumber;
        AuthorizationCode = authorizationCode;
    }

    /// <summary>The code of the login, by which the device is known. It is not part of the body: the client exchanges it for an access token. Required.</summary>
    [JsonIgnore]
    public AuthorizationCode? AuthorizationCode { get; set; }

    // The specification cannot state that one of two fields is required, nor what a hash consists of.
    partial void ValidateMore()
    {
        if (PhoneNumber is null == HashedPhoneNumber is null)
            throw new InvalidRequestException("phoneNumber", $"or hashedPhoneNumber is required, and not both. {(PhoneNumber is null ? "Set" : "Omit")} one of them.");
        if (HashedPhoneNumber is { } hash && !hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            throw new InvalidRequestException("hashedPhoneNumber", "must be 64 hexadecimal digits: the SHA-256 hash of the number in E.164 format with its plus sign.");
    }
}
