using System.CommandLine;

namespace Vonage.Cli;

/// <summary><c>vonage completion</c>: scripts that complete commands, options and values in a shell. The program itself says what can follow.</summary>
internal static class CompletionCommands
{
    private const string Bash = """
        _vonage_complete() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(vonage "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _vonage_complete vonage
        """;

    private const string Zsh = """
        #compdef vonage
        _vonage() {
            local -a found
            found=("${(@f)$(vonage "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found
        }
        compdef _vonage vonage
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName vonage -ScriptBlock {
            param($word, $line, $position)
            vonage "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(Terminal terminal) => new("completion", "Prints a script that completes commands, options and values.")
    {
        Script("bash", "For bash: source <(vonage completion bash), for example in ~/.bashrc.", Bash, terminal),
        Script("zsh", "For zsh: source <(vonage completion zsh) after compinit, for example in ~/.zshrc.", Zsh, terminal),
        Script("powershell", "For PowerShell: vonage completion powershell | Out-String | Invoke-Expression, for example in $PROFILE.", PowerShell, terminal),
    };

    private static Command Script(string shell, string description, string script, Terminal terminal)
    {
        var command = new Command(shell, description);
        command.SetAction(_ => terminal.Out.WriteLine(script.ReplaceLineEndings("\n")));
        return command;
    }
}
