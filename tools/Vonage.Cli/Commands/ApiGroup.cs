namespace Vonage.Cli;

/// <summary>An API as a group of commands. <c>generated/Vonage.Cli</c> has one for each package.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Alias">A shorter name.</param>
/// <param name="Provider">Whose API it is.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Create">Creates its commands: a program needs those of one group only.</param>
internal sealed record ApiGroup(string Name, string? Alias, string Provider, string Summary, Func<ApiCommand[]> Create)
{
    /// <summary>The API may still change.</summary>
    public bool IsExperimental { get; init; }

    public IReadOnlyList<ApiCommand> Commands => field ??= Create();
}
