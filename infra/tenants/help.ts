export const help = `一户 · 城市的开通、导出、关闭和恢复

用法：npm run -s tenant -- <命令> [参数]

  prepare --server
       建好 npm run server 所用的数据表；已有则不动。AWS 环境的表由模板建好，不用这个命令。
  open <城市代码> --name 池州市 [--province 340000] [--pack 341700-care]
       (--admin <登录标识> | --invite) [--admin-name 方知远]
       开通一个城市：数据密钥、名称、第一位管理员、配置草稿和登记，一次写入或全部不写。
       --invite 打印一个一次性的邀请链接（7 天有效），只显示这一次。已经开通的城市不变。
  invite <城市代码> [--admin-name 方知远]
       还没有管理员的城市：重新生成邀请链接。
  open-office <省份代码> --admin <登录标识> [--admin-name 安怀瑾]
       开通省级主管部门。
  list（没有参数）
       列出全部城市。
  export <城市代码> --to <文件夹|s3> --passphrase-file <文件> [--exact]
       把一个城市的全部数据写成可核验的归档。密钥用口令另外封存。
       s3 是该环境的归档桶，到保存期后自动删除；其他命令写 <归档> 的地方可以写它的 s3:// 地址。
       不停机读取：每一行都是读取期间某一时刻的样子；--exact 反复读取，直到前后两遍完全相同。
  verify <归档> [--passphrase-file <文件>]
       逐字节、逐行核验归档，不打开任何个人信息；给出口令则一并证明清单没有被改过。
  close <城市代码> --archive <归档> [--passphrase-file <文件>] [--certificate <文件夹>]
       [--sign-key <Ed25519 私钥>] [--wait 90] [--yes]
       核对归档与现有数据逐行一致，取消全部成员，等待 --wait 秒（默认 90）让服务器忘记他们，
       再核对一遍；然后销毁数据密钥、删除全部数据、复查并出具证明。等待期间有人改动则恢复成员，不删除。
       不带 --yes 只核对，不改动任何数据。中断后运行同一条命令即可继续。
  abandon <城市代码> --archive <归档> [--yes]
       放弃已经开始、还没有过最后一次核对的关闭（例如在等待时中断了）：按那份归档恢复成员和邀请，城市照常使用。
       登记、审计和以后的删除证明都会写明有过这一次。不带 --yes 只说明将做什么。
  remains <城市代码>
       复查还有没有该市的数据。
  restore <归档> --passphrase-file <文件>
       把归档恢复到还没有这个城市的系统，一个字节都不变。中断后运行同一条命令即可继续。

在哪里运行：
  不写           本机正在运行的系统（npm start，文件夹由 YIHU_DATA 指定）
  --lambda       本机按云上方式运行的系统（npm run lambda）
  --server       用密钥文件的 npm run server：与它相同的环境变量，另加 YIHU_ORIGIN（人们打开的网址）
  --stage cn     infra/stages.ts 里的环境；凭证取自 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY、
                 AWS_SESSION_TOKEN，名称取自 cdk deploy --outputs-file 写下的文件
                 （--outputs，默认 outputs.json）

export、remains 读一遍整张表，close 读四遍：每 1 GB 一遍约 26 万个读单位。`
