namespace Vonage.Applications;

/// <remarks>An update replaces the whole definition. <see cref="From"/> begins with the present one, so that what is not touched stays.</remarks>
public partial class UpdateApplicationRequest
{
    /// <summary>An update that changes nothing yet: the application as it is, to be changed and sent back.</summary>
    /// <param name="application">The application, as the API has just told it. Its capabilities are shared with it, not copied.</param>
    public static UpdateApplicationRequest From(Application application) => new((application ?? throw new ArgumentNullException(nameof(application))).Name)
    {
        Privacy = application.Privacy,
        Capabilities = application.Capabilities,
        Keys = application.Keys?.PublicKey is { } key ? new ApplicationPublicKey { PublicKey = key } : null,
    };
}
