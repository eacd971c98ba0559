namespace Vonage.Applications;

public partial class CreateApplicationRequest
{
    /// <summary>Initializes a new instance of the <see cref="CreateApplicationRequest"/> class with a key pair.</summary>
    /// <param name="name">The display name of the application.</param>
    /// <param name="keys">The key pair, for example from <see cref="ApplicationKeyPair.Generate"/>. Only its public key is sent.</param>
    public CreateApplicationRequest(string name, ApplicationKeyPair keys)
        : this(name) => Keys = (keys ?? throw new ArgumentNullException(nameof(keys))).PublicKey();
}
