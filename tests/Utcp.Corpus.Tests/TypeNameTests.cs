using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Utcp.Generators.Tests.Verification;

namespace Utcp.Corpus.Tests;

/// <summary>What the types of real documents are called: nothing that only a tool would come up with.</summary>
public sealed partial class TypeNameTests
{
    private const int TooLong = 100;

    // OpenAI calls definitions "Conversation-2", "Error-2" and the like; "inline" is a kind of skill there, and of product for Stripe.
    private static readonly string[] Allowed = ["InlineProductParams", "InlineSkill", "InlineSkillParam", "InlineSkillParamType", "InlineSkillSource", "InlineSkillSourceParam", "InlineSkillSourceParamMediaType", "InlineSkillSourceParamType"];

    [Theory]
    [InlineData("asana-3.0.json")]
    [InlineData("box-3.0.json")]
    [InlineData("discord-3.1.json")]
    [InlineData("jira-3.0.json")]
    [InlineData("openai-3.1.json")]
    [InlineData("stripe-2020-3.0.json")]
    [InlineData("workos-3.1.json")]
    public void Names_are_those_that_a_person_would_choose(string file)
    {
        var path = Path.Combine(Repository.Corpus ?? "", "openapi", file);
        Assert.SkipUnless(File.Exists(path), "No corpus: set UTCP_CORPUS to the folder that holds 'manuals' and 'openapi'. Names of real types were NOT checked.");
        var text = File.ReadAllText(path);
        var spelled = Words().Matches(text).Select(match => Plain(match.Value)).Where(word => word.Any(char.IsAsciiDigit)).ToHashSet(StringComparer.Ordinal);

        var names = GeneratorTest.Run(text, file).Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            .OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text).Distinct().ToList();

        Assert.True(names.Count > 100);
        Assert.Empty(names.Where(name => IsMade(name, spelled)).Except(Allowed));
    }

    private static bool IsMade(string name, HashSet<string> spelled) =>
        name.Length > TooLong || Banned().IsMatch(name) || Hash().IsMatch(name) || (char.IsAsciiDigit(name[^1]) && !spelled.Any(word => Plain(name).EndsWith(word, StringComparison.Ordinal)));

    private static string Plain(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    [GeneratedRegex("\"[A-Za-z_][A-Za-z0-9_.-]*[0-9]\"|/[A-Za-z][A-Za-z0-9_.-]*[0-9]\"")]
    private static partial Regex Words();

    [GeneratedRegex("Anonymous|Inline|Response[0-9]|Body[0-9]|Item[0-9]|ItemItem|ValueValue|ErrorError|ResultResult")]
    private static partial Regex Banned();

    [GeneratedRegex("_[0-9a-f]{4}(_[0-9]+)?")]
    private static partial Regex Hash();
}
