namespace Vonage.Applications;

public partial class CreateApplicationRequest
{
    /// <summary>Creates one for an application with a key pair of the caller's own.</summary>
    /// <param name="name">The application's name, for people.</param>
    /// <param name="keys">The key pair, such as a new one (<see cref="ApplicationKeyPair.Generate"/>). Its public half is sent.</param>
    public CreateApplicationRequest(string name, ApplicationKeyPair keys)
        : this(name) => Keys = (keys ?? throw new ArgumentNullException(nameof(keys))).PublicKey();
}
