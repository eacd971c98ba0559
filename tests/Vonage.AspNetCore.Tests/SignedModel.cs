using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vonage.AspNetCore.Tests;

/// <summary>The model of a Razor Page.</summary>
[VonageWebhook]
[IgnoreAntiforgeryToken]
public sealed class SignedModel : PageModel;
