using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Vonage.AspNetCore.Tests;

/// <summary>A Blazor application of one page.</summary>
[Route("/component")]
public sealed class RootComponent : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "the component");
}
