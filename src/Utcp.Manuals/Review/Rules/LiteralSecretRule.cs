using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Secrets that stand in a document in the clear, where a variable belongs.</summary>
internal sealed class LiteralSecretRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        var secrets = document.Tools.SelectMany(InFields).ToList();
        var names = new SecretNames();
        foreach (var secret in secrets)
        {
            names.Note(secret.Stem, secret.Text);
        }

        foreach (var (field, _) in document.Tools.SelectMany(SecretFields.Of))
        {
            names.NoteVariables(field.Value.Text);
        }

        foreach (var secret in secrets)
        {
            var variable = "${" + names.For(secret.Stem, secret.Tool) + "}";
            yield return new Finding(
                ProblemCodes.LiteralSecret,
                $"The value of {Quoted.Text(secret.Field)} is a secret that everybody who has this file can read: write a variable such as {variable} and give its value to the client.",
                secret.Part.Value.Span) { Part = secret.Part, Replacement = variable };
        }
    }

    private static IEnumerable<LiteralSecret> InFields(ReviewedTool tool)
    {
        foreach (var (field, stem) in SecretFields.Of(tool))
        {
            if (SecretFields.Literal(field.Value, stem) is { } part)
            {
                yield return new LiteralSecret(part, field.Name, stem, tool.Name?.Text ?? "");
            }
        }
    }
}
