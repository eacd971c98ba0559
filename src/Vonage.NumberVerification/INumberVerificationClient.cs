using Vonage.Core;

namespace Vonage.NumberVerification;

public partial interface INumberVerificationClient
{
    /// <summary>Creates the URL that the browser of a device opens over its mobile connection, to get the code for <see cref="VerifyAsync"/>. Nothing is sent.</summary>
    /// <param name="phoneNumber">The mobile number that the user claims, in international format.</param>
    /// <param name="redirectUrl">
    /// The absolute URL in your application to which the browser is redirected, with the parameters <c>code</c> and <c>state</c>. It is registered in the settings of the
    /// application. HTTPS, or the scheme of an app; HTTP only for the local machine.
    /// </param>
    /// <param name="state">
    /// A value that cannot be guessed and belongs to the session of the user. The redirect returns it: if it is another, the login was not begun by this user, and the
    /// code must not be used.
    /// </param>
    /// <returns>The URL. It contains the number.</returns>
    /// <exception cref="InvalidRequestException">A value is missing, or violates a rule.</exception>
    /// <exception cref="MissingCredentialsException">The credentials contain no application.</exception>
    [Obsolete("Use IdentityInsights.GetInsightsAsync instead.")]
    Uri CreateLoginUrl(string phoneNumber, Uri redirectUrl, string state);
}
