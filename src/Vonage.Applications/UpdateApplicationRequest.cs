namespace Vonage.Applications;

/// <remarks>An update replaces the whole definition. <see cref="From"/> copies the current definition, so that values you do not change are kept.</remarks>
public partial class UpdateApplicationRequest
{
    /// <summary>Creates an update from the current definition of an application. Change the values and send the update.</summary>
    /// <param name="application">The application as returned by the API. Its capabilities are shared with the update, not copied.</param>
    public static UpdateApplicationRequest From(VonageApplication application) => new((application ?? throw new ArgumentNullException(nameof(application))).Name)
    {
        Privacy = application.Privacy,
        Capabilities = application.Capabilities,
        Keys = application.Keys?.PublicKey is { } key ? new ApplicationPublicKey { PublicKey = key } : null,
    };
}
